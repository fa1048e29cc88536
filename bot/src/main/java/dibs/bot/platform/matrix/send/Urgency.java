package dibs.bot.platform.matrix.send;

import dibs.backend.intake.Sending.Kind;

/** What goes before what: who asked is waiting, who is told unasked should hear it soon, and what is there to press can wait. */
final class Urgency {
    private Urgency() {}

    /** The smaller, the more urgent. */
    static int of(Kind kind) {
        return switch (kind) {
            case REPLY -> 0;
            case DIRECT -> 1;
            case REACTION -> 2;
            case ANNOUNCEMENT -> 3;
        };
    }
}
