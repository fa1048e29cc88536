package dibs.backend.notice;

/** What a transaction about notices may reach. */
public interface NoticeTx {
    Outbox outbox();
}
