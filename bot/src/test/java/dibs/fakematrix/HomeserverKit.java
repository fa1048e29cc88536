package dibs.fakematrix;

import dibs.bot.platform.matrix.client.Homeserver;

/** A homeserver as the contract sees it, with people on it; each kit's names are nobody else's. */
public interface HomeserverKit extends AutoCloseable {
    /** The homeserver as Dibs, signed in with its device, sees it. */
    Homeserver dibs();

    /** The same account and device, in a process started anew. */
    Homeserver dibsAgain();

    /** The same account, with another device. */
    Homeserver dibsElsewhere();

    /** Somebody else; the same name is the same person. */
    Person person(String name);

    @Override
    default void close() {}
}
