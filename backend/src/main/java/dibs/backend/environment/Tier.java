package dibs.backend.environment;

/** How close to users an environment is. */
public enum Tier {
    PRODUCTION,
    DEPEND,
    STAGING,
    DEV
}
