package dev.newswire.cli.dlq;

import dev.newswire.platform.config.SettingException;
import dev.newswire.platform.event.EventOrigin;
import dev.newswire.platform.serde.TopicSerdes;
import dev.newswire.platform.topic.Topics;
import dev.newswire.schema.LetterState;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** Puts letters out of the way, and back. */
public final class Parking {
    private final Map<String, Object> kafka;
    private final TopicSerdes serdes;
    private final LetterReader reader;

    /** @param kafka client properties */
    public Parking(Map<String, Object> kafka, TopicSerdes serdes) {
        this.kafka = kafka;
        this.serdes = serdes;
        this.reader = new LetterReader(kafka);
    }

    /**
     * Copies each open letter that is meant to the parking topic, with a note; from then on only who asks for parked ones
     * sees it.
     *
     * @param isDry nothing is written
     * @param each told every letter that is, or would be, parked
     */
    public void park(
            Collection<String> topics, LetterFilter filter, String note, boolean isDry, Consumer<Letter> each) {
        if (isDry) {
            Decisions decisions = Decisions.read(kafka, serdes);
            open(topics, filter, decisions, each);
            return;
        }
        try (LetterWriter writer = new LetterWriter(kafka, serdes)) {
            Decisions decisions = Decisions.read(kafka, serdes);
            open(topics, filter, decisions, letter -> {
                writer.write(
                        List.of(copy(letter, note)),
                        List.of(Decisions.decision(
                                letter, LetterState.PARKED, Topics.DLQ_PARKED.name(), letter.attempts(), note)));
                each.accept(letter);
            });
        }
    }

    /**
     * Takes a letter back to where it stood before it was parked.
     *
     * @throws SettingException if it is not parked, or no longer stands in its topic
     */
    public void takeBack(EventOrigin place) {
        try (LetterWriter writer = new LetterWriter(kafka, serdes)) {
            Decisions decisions = Decisions.read(kafka, serdes);
            Letter letter = reader.find(place)
                    .orElseThrow(
                            () -> new SettingException(place + " no longer stands in its topic. Send its parked copy"
                                    + " again instead: `newswire dlq list --parked` shows where it is."));
            if (decisions.of(letter) != LetterState.PARKED) {
                throw new SettingException(place + " is not parked.");
            }
            writer.write(
                    List.of(), List.of(Decisions.decision(letter, LetterState.OPEN, null, letter.attempts(), null)));
            reader.read(List.of(Topics.DLQ_PARKED.name()), null, copy -> {
                if (copy.header(Letter.PARKED_FROM).equals(place.toString())
                        && decisions.of(copy) == LetterState.OPEN) {
                    writer.write(
                            List.of(),
                            List.of(Decisions.decision(
                                    copy, LetterState.SUPERSEDED, null, copy.attempts(), "taken back")));
                }
            });
        }
    }

    private void open(Collection<String> topics, LetterFilter filter, Decisions decisions, Consumer<Letter> sink) {
        reader.read(topics, filter.since(), letter -> {
            if (filter.takes(letter) && decisions.of(letter) == LetterState.OPEN && !letter.isParked()) {
                sink.accept(letter);
            }
        });
    }

    private static ProducerRecord<byte[], byte[]> copy(Letter letter, String note) {
        Headers headers = new RecordHeaders(letter.headers());
        Resent.put(headers, Letter.PARKED_FROM, letter.place().toString());
        Resent.put(headers, Letter.PARKED_NOTE, note);
        // The time of parking: the topic keeps letters from then on.
        return new ProducerRecord<>(Topics.DLQ_PARKED.name(), null, letter.key(), letter.value(), headers);
    }
}
