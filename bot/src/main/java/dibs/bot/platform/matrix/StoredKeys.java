package dibs.bot.platform.matrix;

import dibs.backend.intake.Credential;
import dibs.backend.intake.IntakeTx;
import dibs.backend.transaction.Transactor;
import dibs.bot.platform.matrix.client.Homeserver;
import dibs.bot.platform.matrix.client.Kept;
import dibs.bot.platform.matrix.client.UserId;
import dibs.bot.platform.matrix.unasked.MatrixId;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;

/** Keeps in the store how Dibs is signed in, so that a password is given once and the device stays the same. */
public final class StoredKeys implements Kept {
    private final Transactor<? extends IntakeTx> transactor;
    private final InstantSource clock;

    public StoredKeys(Transactor<? extends IntakeTx> transactor, InstantSource clock) {
        this.transactor = transactor;
        this.clock = clock;
    }

    @Override
    public Optional<Key> find(String login) {
        Optional<Credential> kept = transactor.read(tx -> tx.credentials().find(login));
        return kept.map(it -> new Key(
                new Homeserver.Identity(new UserId(it.account().name()), it.device()),
                it.accessToken(),
                it.refreshToken()));
    }

    @Override
    public void keep(String login, Key key) {
        Credential credential = new Credential(
                login, MatrixId.account(key.identity().user()), key.identity().device(), key.token(), key.refresh());
        write(tx -> tx.credentials().keep(credential, clock.instant()));
    }

    @Override
    public void forget(String login) {
        write(tx -> tx.credentials().forget(login));
    }

    private void write(Consumer<IntakeTx> work) {
        transactor.write(tx -> {
            work.accept(tx);
            return true;
        });
    }
}
