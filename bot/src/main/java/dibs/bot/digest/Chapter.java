package dibs.bot.digest;

import java.util.List;

/** One sort of thing that a digest tells of. */
public interface Chapter {
    /** What stands over its lines, and names the sort to scripts; with a capital letter and without a colon. */
    String title();

    /** What there is of it, by environment; none: it is left out. */
    List<Item> items(Today today);
}
