package dibs.backend.catalog;

import dibs.backend.environment.Catalog;
import dibs.backend.environment.CatalogChange;
import dibs.backend.environment.CatalogListener;
import dibs.backend.environment.CatalogSource;
import dibs.backend.policy.Policy;
import dibs.backend.policy.PolicyChange;
import dibs.backend.policy.PolicyListener;
import dibs.backend.policy.PolicySource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The catalog and the rules of a running process: they follow their file, all or nothing. With faults in the file, or a
 * listener that objects, both stay as they were and the reason is logged once for that state of the file. Safe for many threads:
 * one reloads, the others go on with what there is.
 */
public final class LiveCatalog implements CatalogSource, PolicySource {
    private static final Logger log = LoggerFactory.getLogger(LiveCatalog.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
    /** What a listener objects to may be over after a while: a lease ends, a store comes back. */
    private static final Duration BETWEEN_TRIES = Duration.ofMinutes(1);

    private final Optional<Path> file;
    private final InstantSource clock;
    private final List<CatalogListener> listeners = new CopyOnWriteArrayList<>();
    private final List<PolicyListener> policyListeners = new CopyOnWriteArrayList<>();
    private final ReentrantLock reloading = new ReentrantLock();
    private volatile DibsConfig config;
    private volatile Instant nextLook;
    private State seen;
    private Optional<Instant> nextTry = Optional.empty();
    private String lastReason = "";

    /**
     * @param config what the file said when the process started
     * @param file the file to follow, or nothing where there is none
     */
    public LiveCatalog(DibsConfig config, Optional<Path> file, InstantSource clock) {
        this.config = config;
        this.file = file;
        this.clock = clock;
        this.nextLook = clock.instant().plus(BETWEEN_LOOKS);
        this.seen = file.map(State::of).orElse(State.ABSENT);
    }

    /** Asks and tells the listener from now on, after those that came before it. */
    public void listen(CatalogListener listener) {
        listeners.add(listener);
    }

    /** Tells the listener of every policy from now on, before it holds. */
    public void listen(PolicyListener listener) {
        policyListeners.add(listener);
    }

    @Override
    public Catalog current() {
        return config.catalog();
    }

    @Override
    public Policy policy() {
        return config.policy();
    }

    /** The configuration of the moment. Its settings are not taken up while the process runs: they need a restart. */
    public DibsConfig config() {
        return config;
    }

    @Override
    public Catalog refresh() {
        if (file.isPresent()
                && !clock.instant().isBefore(nextLook)
                && !reloading.isHeldByCurrentThread()
                && reloading.tryLock()) {
            try {
                nextLook = clock.instant().plus(BETWEEN_LOOKS);
                look(file.get());
            } finally {
                reloading.unlock();
            }
        }
        return current();
    }

    private void look(Path path) {
        State now = State.of(path);
        boolean again = nextTry.filter(time -> !clock.instant().isBefore(time)).isPresent();
        if (now.equals(seen) && !again) {
            return;
        }
        if (!now.equals(seen)) {
            lastReason = "";
        }
        seen = now;
        nextTry = Optional.empty();
        switch (ConfigLoader.load(path)) {
            case ConfigResult.Faulty faulty -> refuse(path, "it has faults\n" + faulty.text());
            case ConfigResult.Loaded loaded -> take(path, loaded.config());
        }
    }

    private void take(Path path, DibsConfig next) {
        CatalogChange change = CatalogChange.between(config.catalog(), next.catalog());
        List<String> objections = change.isEmpty()
                ? List.of()
                : listeners.stream()
                        .flatMap(listener -> listener.objections(change, next.catalog()).stream())
                        .toList();
        if (!objections.isEmpty()) {
            tryAgain(path, String.join("; ", objections));
            return;
        }
        try {
            // A version of the rules that is written and then not taken up does no harm: it is found again.
            policyListeners.forEach(listener -> listener.comes(next.policy()));
            if (!change.isEmpty()) {
                listeners.forEach(listener -> listener.changed(change, next.catalog()));
            }
        } catch (RuntimeException failure) {
            log.debug("Taking up {} failed", path, failure);
            tryAgain(path, "a part of Dibs could not follow the change: " + failure);
            return;
        }
        List<PolicyChange> rules = PolicyChange.between(config.policy(), next.policy());
        config = next;
        log.info("{} is taken up: {}; policy: {}", path, change.summary(), rules.isEmpty() ? "nothing changed" : rules);
    }

    private void tryAgain(Path path, String reason) {
        nextTry = Optional.of(clock.instant().plus(BETWEEN_TRIES));
        refuse(path, reason);
    }

    /** Says why the old catalog stays, once for as long as neither the file nor the reason changes. */
    private void refuse(Path path, String reason) {
        if (!reason.equals(lastReason)) {
            lastReason = reason;
            log.warn("{} is not taken up, and what it said before holds: {}", path, reason);
        }
    }

    /** What tells one state of the file from another. */
    private record State(FileTime modified, long size) {
        static final State ABSENT = new State(FileTime.fromMillis(0), -1);

        static State of(Path path) {
            try {
                BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
                return new State(attributes.lastModifiedTime(), attributes.size());
            } catch (IOException unreadable) {
                return ABSENT;
            }
        }
    }
}
