package dibs.testkit;

import dibs.backend.transaction.IdSource;
import java.util.concurrent.atomic.AtomicLong;

/** Ids that count: {@code id1}, {@code id2} …; safe for many threads. */
public final class CountingIds implements IdSource {
    private final AtomicLong last = new AtomicLong();

    @Override
    public String next() {
        return "id" + last.incrementAndGet();
    }
}
