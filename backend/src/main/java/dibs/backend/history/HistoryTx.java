package dibs.backend.history;

/** What a transaction about history may reach. */
public interface HistoryTx {
    History history();
}
