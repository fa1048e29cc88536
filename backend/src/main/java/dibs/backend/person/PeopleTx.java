package dibs.backend.person;

/** What a transaction about people may reach. */
public interface PeopleTx {
    People people();
}
