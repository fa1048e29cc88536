package dibs.bot.platform.slack.form;

import dibs.backend.environment.EnvironmentId;

/** Names that selects of environments carry. */
final class EnvironmentName {
    private EnvironmentName() {}

    /** Whether that can be an environment's id: whatever else comes back was not offered. */
    static boolean isOne(String value) {
        try {
            return !new EnvironmentId(value).value().isEmpty();
        } catch (IllegalArgumentException other) {
            return false;
        }
    }
}
