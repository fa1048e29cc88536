package dibs.synapse;

import dibs.bot.platform.matrix.client.Kept;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What outlives a client of Dibs, in memory. */
public final class Keeping implements Kept {
    private final Map<String, Key> keys = new HashMap<>();

    @Override
    public synchronized Optional<Key> find(String login) {
        return Optional.ofNullable(keys.get(login));
    }

    @Override
    public synchronized void keep(String login, Key key) {
        keys.put(login, key);
    }

    @Override
    public synchronized void forget(String login) {
        keys.remove(login);
    }
}
