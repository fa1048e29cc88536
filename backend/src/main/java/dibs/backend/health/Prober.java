package dibs.backend.health;

/** Looks at one thing. */
@FunctionalInterface
public interface Prober {
    /** Looks once, within the probe's timeout. Whatever goes wrong is what was observed: nothing is thrown. */
    Observation probe(ProbeSpec spec);
}
