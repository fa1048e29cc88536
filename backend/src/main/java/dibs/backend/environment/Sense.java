package dibs.backend.environment;

/** What a command is about: the same name may mean a lease's set to one command and a service to another. */
public enum Sense {
    /** Whatever is about leases: claim to who-is-using. */
    LEASE,
    /** Whatever is about the thing: env, is-safe, impact, health. */
    THING
}
