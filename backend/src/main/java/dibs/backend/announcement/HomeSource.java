package dibs.backend.announcement;

import java.util.List;

/** Where things are announced at the moment. It may be elsewhere at the next call. */
@FunctionalInterface
public interface HomeSource {
    /** The homes of the moment, each conversation once. */
    List<Home> homes();
}
