package dev.newswire.ingest.archive;

import static dev.newswire.ingest.archive.Archives.damages;
import static dev.newswire.ingest.archive.Archives.records;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArchiveReaderTest {

    @Test
    void everyRecordOfAnIntactArchiveIsRead() {
        for (SampleArchive sample : List.of(SampleArchive.plain(), SampleArchive.gzip())) {
            byte[] archive = fourRecords(sample).bytes();

            assertThat(damages(archive)).isEmpty();
            assertThat(records(archive))
                    .extracting(ArchiveItem.Record::type)
                    .containsExactly("warcinfo", "request", "response", "response");
            assertThat(records(archive).get(3).target()).isEqualTo("http://news.example/2");
            assertThat(records(archive).get(3).date()).isEqualTo(SampleArchive.FETCHED_AT);
        }
    }

    @Test
    void recordsAreReadUpToWhereTheFileWasCutAndTheCutIsTold() {
        for (SampleArchive sample : List.of(SampleArchive.plain(), SampleArchive.gzip())) {
            byte[] archive = fourRecords(sample).bytes();
            byte[] cut = Arrays.copyOf(archive, archive.length - 40);

            assertThat(records(cut)).hasSize(3);
            assertThat(damages(cut)).isNotEmpty();
            assertThat(damages(cut).get(0).offset())
                    .isEqualTo(sample.offsets().get(3).longValue());
        }
    }

    @Test
    void aFlippedBitLosesItsRecordAndNoOther() {
        SampleArchive sample = fourRecords(SampleArchive.gzip());
        byte[] archive = sample.bytes();
        int inside = (sample.offsets().get(2) + sample.offsets().get(3)) / 2;
        archive[inside] ^= 0x10;

        assertThat(damages(archive))
                .isNotEmpty()
                .allMatch(damage -> damage.offset() >= sample.offsets().get(2)
                        && damage.offset() < sample.offsets().get(3));
        assertThat(records(archive))
                .extracting(ArchiveItem.Record::type)
                .containsExactly("warcinfo", "request", "response");
        assertThat(records(archive).get(2).target()).isEqualTo("http://news.example/2");
    }

    @Test
    void memberThatIsDamagedFromItsBeginningIsNotTakenForTheOneBefore() {
        SampleArchive sample = fourRecords(SampleArchive.gzip());
        byte[] archive = sample.bytes();
        archive[sample.offsets().get(2) + 12] ^= 0x07;

        assertThat(records(archive))
                .extracting(ArchiveItem.Record::type)
                .containsExactly("warcinfo", "request", "response");
    }

    @Test
    void lengthThatIsTooLongDoesNotSwallowTheNextRecord() {
        byte[] wrong = withLengthOfThird(fourRecords(SampleArchive.plain()), 9_999);

        assertThat(records(wrong)).extracting(ArchiveItem.Record::target).contains("http://news.example/2");
        assertThat(damages(wrong)).hasSize(1);
    }

    @Test
    void lengthBeyondWhatIsKeptDoesNotSwallowTheRest() {
        byte[] wrong = withLengthOfThird(fourRecords(SampleArchive.plain()), 999_999_999_999L);

        assertThat(records(wrong)).extracting(ArchiveItem.Record::target).contains("http://news.example/2");
        assertThat(damages(wrong)).hasSize(1);
    }

    @Test
    void lengthThatIsTooShortIsTold() {
        byte[] wrong = withLengthOfThird(fourRecords(SampleArchive.plain()), 100);

        assertThat(records(wrong)).hasSize(3);
        assertThat(damages(wrong))
                .extracting(ArchiveItem.Damage::reason)
                .containsExactly("the length of a record does not lead to the next one");
    }

    @Test
    void largeRecordIsPassedAndTold() {
        String large = SampleArchive.page("x".repeat(2 * Archives.BLOCK_BYTES));
        for (SampleArchive sample : List.of(SampleArchive.plain(), SampleArchive.gzip())) {
            byte[] archive = sample.addPage("http://news.example/large", large)
                    .addPage("http://news.example/next", SampleArchive.page("Next"))
                    .bytes();

            assertThat(damages(archive)).isEmpty();
            assertThat(records(archive)).extracting(ArchiveItem.Record::isCut).containsExactly(true, false);
        }
    }

    @Test
    void memberThatInflatesWithoutEndIsLeft() {
        SampleArchive bomb = SampleArchive.gzip()
                .addPage("http://news.example/bomb", " ".repeat(16 * 1024 * 1024))
                .addPage("http://news.example/next", SampleArchive.page("Next"));

        assertThat(damages(bomb.bytes())).isNotEmpty();
        assertThat(damages(bomb.bytes()).get(0).reason()).contains("times its size");
        assertThat(records(bomb.bytes()))
                .extracting(ArchiveItem.Record::target)
                .containsExactly("http://news.example/next");
    }

    @Test
    void oldArchivesMayHaveSpacesInTheirUrls() {
        String block = "HTTP/1.0 200 OK\nContent-Type: text/html\n\n<p>Old</p>";
        String arc = "filedesc://sample.arc 0.0.0.0 20160504030201 text/plain 3\n1 0\n"
                + "http://news.example/a page with spaces 127.0.0.1 20160504030201 text/html " + block.length() + "\n"
                + block + "\n";

        List<ArchiveItem.Record> records = records(arc.getBytes(StandardCharsets.US_ASCII));
        assertThat(records).extracting(ArchiveItem.Record::type).containsExactly("warcinfo", "response");
        assertThat(records.get(1).target()).isEqualTo("http://news.example/a%20page%20with%20spaces");
        assertThat(records.get(1).date()).isEqualTo(SampleArchive.FETCHED_AT);
    }

    @Test
    void addressInBracketsIsReadAsOldWritersMeantIt() {
        byte[] archive = fourRecords(SampleArchive.plain()).bytes();
        String text = new String(archive, StandardCharsets.ISO_8859_1)
                .replace("WARC-Target-URI: http://news.example/1", "WARC-Target-URI: <http://news.example/1>");

        assertThat(records(text.getBytes(StandardCharsets.ISO_8859_1)).get(2).target())
                .isEqualTo("http://news.example/1");
    }

    @Test
    void membersThatDoNotBeginWithRecordsAreReadAsOneStream() {
        byte[] plain = fourRecords(SampleArchive.plain()).bytes();

        assertThat(records(Gzip.members(plain, 700))).hasSize(4);
        assertThat(records(Gzip.members(plain, plain.length))).hasSize(4);
    }

    @Test
    void somethingElseIsDamageAndNotAnError() {
        assertThat(damages("nothing of the kind".getBytes(StandardCharsets.US_ASCII)))
                .hasSize(1);
        assertThat(Archives.read(new byte[0])).isEmpty();
    }

    @Test
    void readingGoesOnAtEveryPosition() {
        for (SampleArchive sample : List.of(SampleArchive.plain(), SampleArchive.gzip())) {
            byte[] archive = fourRecords(sample).bytes();
            archive[sample.offsets().get(1) + 30] ^= 0x10;
            assertResumable(archive);
        }
        assertResumable(Gzip.members(fourRecords(SampleArchive.plain()).bytes(), 500));
    }

    private static void assertResumable(byte[] archive) {
        int items = Archives.read(archive).size();
        List<ArchivePosition> positions = Archives.positions(archive);
        for (int done = 1; done <= items; done++) {
            assertThat(Archives.read(archive, positions.get(done - 1))).hasSize(items - done);
        }
    }

    private static SampleArchive fourRecords(SampleArchive sample) {
        return sample.addFrame()
                .addPage("http://news.example/1", SampleArchive.page("One"))
                .addPage("http://news.example/2", SampleArchive.page("Two"));
    }

    private static byte[] withLengthOfThird(SampleArchive sample, long length) {
        String text = new String(sample.bytes(), StandardCharsets.ISO_8859_1);
        int at = text.indexOf("Content-Length: ", sample.offsets().get(2)) + "Content-Length: ".length();
        String changed = text.substring(0, at) + length + text.substring(text.indexOf('\r', at));
        return changed.getBytes(StandardCharsets.ISO_8859_1);
    }
}
