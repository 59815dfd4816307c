// Sends an article to the inbox as Avro and reads what became of it, with Confluent's client of the schema registry.
//
// usage: client.js BOOTSTRAP_SERVERS REGISTRY_URL SOURCE
//
// Prints one JSON object: the enriched article, and the entry and the snapshot of the feed of its source.
'use strict';

const { randomUUID } = require('node:crypto');
const { SchemaRegistryClient, SerdeType, AvroSerializer, AvroDeserializer } = require('@confluentinc/schemaregistry');
const { CompressionCodecs, CompressionTypes, Kafka, logLevel } = require('kafkajs');
const { decompress } = require('fzstd');

const PATIENCE_MS = 120_000;
const INBOX = 'news.article.inbox.v1';
const ENRICHED = 'news.article.enriched.v1';
const ENTRY = 'news.feed.entry.v1';
const SNAPSHOT = 'news.feed.snapshot.v1';

// The services write zstd, which this Kafka client leaves to others.
CompressionCodecs[CompressionTypes.ZSTD] = () => ({
  compress: async () => { throw new Error('not needed here'); },
  decompress: async (buffer) => Buffer.from(decompress(buffer)),
});

async function send(kafka, registry, source) {
  const serializer = new AvroSerializer(registry, SerdeType.VALUE, { useLatestVersion: true });
  const value = await serializer.serialize(INBOX, {
    kind: 'UPSERT',
    retractReason: null,
    source,
    externalId: 'from-javascript',
    url: null,
    title: 'NATO and Japan agree on a joint exercise',
    body: 'NATO and Japan will hold a joint exercise next spring, it was said in Tokyo on Monday.',
    bodyIsHtml: false,
    authors: ['A. Writer'],
    publishedAt: null,
    fetchedAt: null,
    language: 'en',
    section: null,
    revision: null,
    embargoUntil: null,
    related: [],
  });
  const producer = kafka.producer();
  await producer.connect();
  await producer.send({ topic: INBOX, acks: -1, messages: [{ key: 'any', value }] });
  await producer.disconnect();
}

async function read(kafka, registry, source) {
  const deserializer = new AvroDeserializer(registry, SerdeType.VALUE, {});
  const consumer = kafka.consumer({ groupId: `javascript-${randomUUID()}`, readUncommitted: false });
  const feed = `source/${source}`;
  const found = {};
  await consumer.connect();
  await consumer.subscribe({ topics: [ENRICHED, ENTRY, SNAPSHOT], fromBeginning: true });
  await new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, PATIENCE_MS);
    consumer.run({
      autoCommit: false,
      eachMessage: async ({ topic, message }) => {
        if (message.value === null) return;
        const key = message.key.toString('utf8');
        // Other records of these topics are decoded too: each must be readable.
        const value = await deserializer.deserialize(topic, message.value);
        if (topic === ENRICHED && value.source === source) found.article = value;
        else if (topic === ENTRY && key.split('|')[0] === feed) found.entry = value;
        else if (topic === SNAPSHOT && key === feed) found.snapshot = value;
        if (Object.keys(found).length === 3) {
          clearTimeout(timer);
          resolve();
        }
      },
    }).catch(reject);
    consumer.on(consumer.events.CRASH, ({ payload }) => reject(payload.error));
  });
  await consumer.disconnect();
  return found;
}

async function main() {
  const [servers, registryUrl, source] = process.argv.slice(2);
  const kafka = new Kafka({ brokers: servers.split(','), logLevel: logLevel.NOTHING });
  const registry = new SchemaRegistryClient({ baseURLs: [registryUrl] });
  await send(kafka, registry, source);
  const found = await read(kafka, registry, source);
  console.log(JSON.stringify(found, (_, value) => (typeof value === 'bigint' ? Number(value) : value)));
  process.exit(0);
}

main().catch((error) => {
  console.error(error);
  process.exit(1);
});
