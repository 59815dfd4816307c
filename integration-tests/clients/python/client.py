#!/usr/bin/python3
"""Sends an article to the inbox as Avro and reads what became of it, with Confluent's Python client.

usage: client.py BOOTSTRAP_SERVERS REGISTRY_URL SOURCE

Prints one JSON object: the enriched article, and the entry and the snapshot of the feed of its source.
"""

import json
import sys
import time
import uuid

from confluent_kafka import Consumer, Producer
from confluent_kafka.avro import CachedSchemaRegistryClient, MessageSerializer

PATIENCE_SECONDS = 120
INBOX = "news.article.inbox.v1"
ENRICHED = "news.article.enriched.v1"
ENTRY = "news.feed.entry.v1"
SNAPSHOT = "news.feed.snapshot.v1"


def send(servers, registry, serializer, source):
    schema_id, _, _ = registry.get_latest_schema(INBOX + "-value")
    article = {
        "kind": "UPSERT",
        "source": source,
        "externalId": "from-python",
        "title": "NATO and Japan agree on a joint exercise",
        "body": "NATO and Japan will hold a joint exercise next spring, it was said in Tokyo on Monday.",
        "language": "en",
        "bodyIsHtml": False,
        "authors": ["A. Writer"],
        "related": [],
    }
    producer = Producer({"bootstrap.servers": servers, "acks": "all", "enable.idempotence": True})
    failures = []
    producer.produce(
        INBOX,
        key=b"any",
        value=serializer.encode_record_with_schema_id(schema_id, article),
        on_delivery=lambda error, _: failures.append(error) if error else None,
    )
    if producer.flush(PATIENCE_SECONDS) or failures:
        sys.exit(f"The inbox did not take the article: {failures}")


def read(servers, serializer, source):
    consumer = Consumer({
        "bootstrap.servers": servers,
        "group.id": "python-" + uuid.uuid4().hex,
        "auto.offset.reset": "earliest",
        "enable.auto.commit": False,
        "isolation.level": "read_committed",
    })
    consumer.subscribe([ENRICHED, ENTRY, SNAPSHOT])
    feed = "source/" + source
    found = {}
    give_up_at = time.monotonic() + PATIENCE_SECONDS
    while len(found) < 3 and time.monotonic() < give_up_at:
        message = consumer.poll(0.5)
        if message is None or message.error() or message.value() is None:
            continue
        key = message.key().decode("utf-8")
        # Other records of these topics are decoded too: each must be readable.
        value = serializer.decode_message(message.value())
        if message.topic() == ENRICHED and value["source"] == source:
            found["article"] = value
        elif message.topic() == ENTRY and key.split("|")[0] == feed:
            found["entry"] = value
        elif message.topic() == SNAPSHOT and key == feed:
            found["snapshot"] = value
    consumer.close()
    return found


def main():
    servers, registry_url, source = sys.argv[1:]
    registry = CachedSchemaRegistryClient({"url": registry_url})
    serializer = MessageSerializer(registry)
    send(servers, registry, serializer, source)
    print(json.dumps(read(servers, serializer, source), default=str))


if __name__ == "__main__":
    main()
