package dibs.backend.confirmation;

import dibs.backend.gate.GateResult;
import dibs.backend.person.Role;
import dibs.backend.policy.WaiverService;
import java.time.Instant;

/** What became of a confirmation. */
public sealed interface ConfirmResult {
    /** The exception holds. */
    record Waived(WaiverService.Made made) implements ConfirmResult {}

    /** What became of the gate. */
    record Gated(GateResult result) implements ConfirmResult {}

    /** There can be no such exception any more; nothing was changed. */
    record NotWaived(WaiverService.Impossible why) implements ConfirmResult {}

    /** The line may be done now as if it were said now. */
    record Said(String line) implements ConfirmResult {}

    /** There is no such code, or it is long gone. */
    record NoSuchCode() implements ConfirmResult {}

    /** The code is somebody else's. */
    record Anothers() implements ConfirmResult {}

    /** The code was good until then. */
    record Late(Instant until) implements ConfirmResult {}

    /** It was confirmed before. */
    record Already() implements ConfirmResult {}

    /** It takes a role that the person no longer has. */
    record NotAllowed(Role needed) implements ConfirmResult {}
}
