package dibs.backend.lease;

import dibs.backend.transaction.Transactor;
import java.util.function.Function;

/** Runs a command's work once for each message, where the platform says which message it is. */
final class Once {
    private Once() {}

    static <R> R run(Transactor<? extends LeaseTx> transactor, Asker asker, Class<R> type, Function<LeaseTx, R> work) {
        return asker.message()
                .map(message -> transactor.once(message, type, asker.now(), work))
                .orElseGet(() -> transactor.write(work));
    }
}
