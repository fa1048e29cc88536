package dibs.backend.notice;

import dibs.backend.person.AccountId;

/**
 * The port to a platform that can speak to a person unasked, such as by a direct message. A call may wait for the
 * platform, so none is made inside a transaction, and it ends by itself within half a minute.
 */
public interface Messenger {
    /** The platform whose accounts it reaches, such as {@code slack}. */
    String platform();

    /** Whether it reaches that account now: it is of this platform and of a workspace that is connected. */
    boolean reaches(AccountId account);

    /**
     * Says it, once: a parcel of the same id may have been said already where an earlier call got no answer back, which
     * {@link Recipient#again} tells. Of several persons several may be called for at a time, of one person one.
     *
     * @return what came of it; an exception counts as {@link Delivered.Later}
     */
    Delivered deliver(Recipient to, Parcel parcel);

    /**
     * Changes what {@link #deliver} said to what the parcel says by now, in place and without telling anybody; what was offered
     * with it goes as far as it no longer suggests itself. A platform that can change nothing leaves it.
     *
     * @param messageId the platform's id of the message
     * @return what came of it; {@link Delivered.Refused} where it cannot be changed any more
     */
    default Delivered edit(Recipient to, Parcel parcel, String messageId) {
        return new Delivered.Accepted(messageId);
    }
}
