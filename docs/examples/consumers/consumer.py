#!/usr/bin/env python3
"""Keeps a copy of feeds in step with Newswire and prints each change as a line of JSON.

Needs confluent-kafka and avro (Debian: python3-confluent-kafka python3-avro).
Usage: consumer.py [FEED ...]     no feed means every feed
Environment: KAFKA_BOOTSTRAP_SERVERS, KAFKA_SCHEMA_REGISTRY_URL
"""
import io
import json
import os
import struct
import sys
import urllib.request
import uuid

import avro.io
import avro.schema
from confluent_kafka import Consumer

BROKER = os.environ.get("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:9092")
REGISTRY = os.environ.get("KAFKA_SCHEMA_REGISTRY_URL", "http://127.0.0.1:8081/apis/ccompat/v7")
readers = {}


def decode(value):
    """The Confluent wire format: a zero byte, four bytes of schema id, Avro binary."""
    magic, schema_id = struct.unpack(">bI", value[:5])
    if magic != 0:
        raise ValueError("not in the Confluent wire format")
    if schema_id not in readers:
        with urllib.request.urlopen(f"{REGISTRY}/schemas/ids/{schema_id}") as answer:
            readers[schema_id] = avro.io.DatumReader(avro.schema.parse(json.load(answer)["schema"]))
    return readers[schema_id].read(avro.io.BinaryDecoder(io.BytesIO(value[5:])))


def report(**change):
    print(json.dumps(change, ensure_ascii=False), flush=True)


def main(feeds):
    consumer = Consumer({
        "bootstrap.servers": BROKER,
        "group.id": f"python-example-{uuid.uuid4()}",
        "auto.offset.reset": "earliest",
        "enable.auto.commit": False,
        "isolation.level": "read_committed",
    })
    consumer.subscribe(["news.feed.entry.v1"])
    entries = {}
    try:
        while True:
            message = consumer.poll(1.0)
            if message is None:
                continue
            if message.error():
                raise RuntimeError(message.error())
            feed, article = message.key().decode("utf-8").rsplit("|", 1)
            if feeds and feed not in feeds:
                continue
            if message.value() is None:
                entries.pop((feed, article), None)
                report(feed=feed, article=article, event="remove")
            else:
                entry = decode(message.value())
                entries[feed, article] = entry
                report(feed=feed, article=article, event="upsert", title=entry["title"], story=entry["storyId"])
    finally:
        consumer.close()


if __name__ == "__main__":
    try:
        main(set(sys.argv[1:]))
    except (KeyboardInterrupt, BrokenPipeError):
        pass
