package dibs.backend.catalog;

import dibs.backend.environment.Catalog;
import dibs.backend.environment.CatalogChange;
import dibs.backend.environment.CatalogListener;
import dibs.backend.environment.CatalogSource;
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
 * The catalog of a running process: it follows its file, all or nothing. With faults in the file, or a listener that
 * objects, the catalog stays as it was and the reason is logged once for that state of the file. Safe for many threads:
 * one reloads, the others go on with what there is.
 */
public final class LiveCatalog implements CatalogSource {
    private static final Logger log = LoggerFactory.getLogger(LiveCatalog.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    private final Optional<Path> file;
    private final InstantSource clock;
    private final List<CatalogListener> listeners = new CopyOnWriteArrayList<>();
    private final ReentrantLock reloading = new ReentrantLock();
    private volatile DibsConfig config;
    private volatile Instant nextLook;
    private State seen;

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

    @Override
    public Catalog current() {
        return config.catalog();
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
        if (now.equals(seen)) {
            return;
        }
        seen = now;
        switch (ConfigLoader.load(path)) {
            case ConfigResult.Faulty faulty ->
                log.warn("{} has faults, so nothing of it is taken up:\n{}", path, faulty.text());
            case ConfigResult.Loaded loaded -> take(path, loaded.config());
        }
    }

    private void take(Path path, DibsConfig next) {
        CatalogChange change = CatalogChange.between(config.catalog(), next.catalog());
        if (!change.isEmpty()) {
            List<String> objections = listeners.stream()
                    .flatMap(listener -> listener.objections(change, next.catalog()).stream())
                    .toList();
            if (!objections.isEmpty()) {
                log.warn("{} is not taken up: {}", path, String.join("; ", objections));
                return;
            }
            try {
                listeners.forEach(listener -> listener.changed(change, next.catalog()));
            } catch (RuntimeException failure) {
                log.error("{} is not taken up, because taking it up failed", path, failure);
                return;
            }
        }
        config = next;
        log.info("{} is taken up: {}", path, change.summary());
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
