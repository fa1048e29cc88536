package dibs.backend.store;

import dibs.backend.store.Dialect.Fault;
import dibs.backend.transaction.IdSource;
import dibs.backend.transaction.MessageKey;
import dibs.backend.transaction.Transactor;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/** Runs work in transactions, again where the engine asks for it. */
final class JdbiTransactor implements Transactor<Session> {
    private static final int ATTEMPTS = 5;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration BREATH = Duration.ofMillis(5);

    private final Engine engine;
    private final Faults faults;
    private final IdSource ids;
    private final Json json = new Json();

    JdbiTransactor(Engine engine, Faults faults, IdSource ids) {
        this.engine = engine;
        this.faults = faults;
        this.ids = ids;
    }

    @Override
    public <R> R write(Function<? super Session, R> work) {
        return repeat(handle -> work.apply(session(handle)));
    }

    @Override
    public <R> R read(Function<? super Session, R> work) {
        try {
            return engine.read(handle -> work.apply(session(handle)));
        } catch (RuntimeException e) {
            throw faults.translated(e);
        }
    }

    @Override
    public <R> R once(MessageKey message, Class<R> type, Instant now, Function<? super Session, R> work) {
        return repeat(handle -> {
            ProcessedMessages messages = new ProcessedMessages(handle, json);
            if (!messages.begin(message, now)) {
                return messages.answer(message, type);
            }
            R result = work.apply(session(handle));
            messages.keep(message, type, result);
            return result;
        });
    }

    @Override
    public int purgeMessages(Instant now) {
        return repeat(handle -> new ProcessedMessages(handle, json).purge(now));
    }

    private Session session(Handle handle) {
        return new Session(handle, engine.dialect(), json, ids);
    }

    private <R> R repeat(Function<Handle, R> work) {
        long start = System.nanoTime();
        for (int attempt = 1; ; attempt++) {
            try {
                return engine.write(work);
            } catch (RuntimeException e) {
                boolean late = System.nanoTime() - start > PATIENCE.toNanos();
                if (attempt == ATTEMPTS
                        || late
                        || !faults.of(e).map(Fault::again).orElse(false)) {
                    throw faults.translated(e);
                }
                LockSupport.parkNanos(BREATH.toNanos() * attempt);
            }
        }
    }
}
