package dev.newswire.benchmarks.reads;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Ask the same at the same time, each over a connection of its own. */
final class Readers implements AutoCloseable {
    private final List<Reader> readers = new ArrayList<>();
    private final ExecutorService threads;

    private Readers(int count) {
        this.threads = Executors.newFixedThreadPool(count);
    }

    /** @param headers further lines of the request, each with its line end */
    static Readers open(int count, URI server, String path, String headers) throws IOException {
        Readers readers = new Readers(count);
        for (int i = 0; i < count; i++) {
            readers.readers.add(new Reader(server, path, headers));
        }
        return readers;
    }

    /** Ask so many times all together; every answer must have this status. */
    void ask(int times, int status) throws IOException, InterruptedException {
        List<Callable<Boolean>> asking = new ArrayList<>();
        for (int i = 0; i < readers.size(); i++) {
            Reader reader = readers.get(i);
            int share = (times + i) / readers.size();
            asking.add(() -> {
                reader.ask(share, status);
                return true;
            });
        }
        for (Future<Boolean> answered : threads.invokeAll(asking)) {
            try {
                answered.get();
            } catch (ExecutionException e) {
                throw new IOException(e.getCause());
            }
        }
    }

    @Override
    public void close() throws IOException {
        threads.shutdownNow();
        for (Reader reader : readers) {
            reader.close();
        }
    }
}
