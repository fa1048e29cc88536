package dibs.backend.health;

import java.util.List;

/** The probes that the catalog has now. */
@FunctionalInterface
public interface ProbeSource {
    /** All of them, in the catalog's order, whether or not probing is switched on. */
    List<ProbeSpec> probes();
}
