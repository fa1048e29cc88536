package dibs.backend.notice;

import dibs.backend.notice.Outbox.Pending;
import dibs.backend.person.PersonId;
import java.util.List;

/**
 * Notices that go to a person as one message: those of one cause. The same id always means the same notices.
 *
 * @param id the platform's idempotency key: that of the first notice
 * @param notices in the order in which they came up, at least one
 */
public record Parcel(String id, PersonId to, List<Pending> notices) {
    public Parcel {
        notices = List.copyOf(notices);
    }
}
