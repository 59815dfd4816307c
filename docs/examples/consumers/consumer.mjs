// Keeps a copy of feeds in step with Newswire and prints each change as a line of JSON.
//
// Usage: npm install && node consumer.mjs [FEED ...]     no feed means every feed
// Environment: KAFKA_BOOTSTRAP_SERVERS, KAFKA_SCHEMA_REGISTRY_URL
import { randomUUID } from "node:crypto";
import avro from "avsc";
import { decompress } from "fzstd";
import kafkajs from "kafkajs";

const { Kafka, CompressionTypes, CompressionCodecs, logLevel } = kafkajs;
const broker = process.env.KAFKA_BOOTSTRAP_SERVERS ?? "127.0.0.1:9092";
const registry = process.env.KAFKA_SCHEMA_REGISTRY_URL ?? "http://127.0.0.1:8081/apis/ccompat/v7";

// The pipeline compresses with zstd, which kafkajs leaves to others.
CompressionCodecs[CompressionTypes.ZSTD] = () => ({
  compress: () => Promise.reject(new Error("this consumer writes nothing")),
  decompress: async (buffer) => Buffer.from(decompress(buffer)),
});

const types = new Map();

// The Confluent wire format: a zero byte, four bytes of schema id, Avro binary.
async function decode(value) {
  if (value[0] !== 0) throw new Error("not in the Confluent wire format");
  const id = value.readInt32BE(1);
  if (!types.has(id)) {
    const answer = await fetch(`${registry}/schemas/ids/${id}`);
    const { schema } = await answer.json();
    types.set(id, avro.Type.forSchema(JSON.parse(schema), { wrapUnions: false }));
  }
  return types.get(id).fromBuffer(value.subarray(5));
}

const feeds = new Set(process.argv.slice(2));
const entries = new Map();
const report = (change) => console.log(JSON.stringify(change));

const kafka = new Kafka({ brokers: broker.split(","), logLevel: logLevel.NOTHING });
// It reads what is committed unless told otherwise.
const consumer = kafka.consumer({ groupId: `javascript-example-${randomUUID()}` });
await consumer.connect();
await consumer.subscribe({ topic: "news.feed.entry.v1", fromBeginning: true });
await consumer.run({
  autoCommit: false,
  eachMessage: async ({ message }) => {
    const key = message.key.toString("utf8");
    const bar = key.lastIndexOf("|");
    const [feed, article] = [key.slice(0, bar), key.slice(bar + 1)];
    if (feeds.size > 0 && !feeds.has(feed)) return;
    if (message.value === null) {
      entries.delete(key);
      report({ feed, article, event: "remove" });
      return;
    }
    const entry = await decode(message.value);
    entries.set(key, entry);
    report({ feed, article, event: "upsert", title: entry.title, story: entry.storyId });
  },
});
