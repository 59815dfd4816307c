#!/usr/bin/env bash
# The variables hold lists of options and are split on purpose.
# shellcheck disable=SC2086
exec java \
  ${KAFKA_HEAP_OPTS:--Xmx256M} \
  ${KAFKA_JVM_PERFORMANCE_OPTS:--XX:+UseSerialGC -XX:TieredStopAtLevel=1} \
  ${KAFKA_LOG4J_OPTS:--Dlog4j2.configurationFile=/etc/kafka/docker/tools-log4j2.yaml} \
  ${CLASS_ARCHIVE_OPTS:-} ${KAFKA_JMX_OPTS:-} ${KAFKA_OPTS:-} \
  -cp '/opt/kafka/libs/*' "$@"
