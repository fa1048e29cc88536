package dibs.backend.intake;

import dibs.backend.notice.NoticeTx;

/** What a transaction about what is heard and sent may reach. */
public interface IntakeTx extends NoticeTx {
    IntakeRows intake();

    SendingRows sendings();

    OfferRows offers();

    CredentialRows credentials();
}
