package dibs.backend.catalog;

import java.util.Locale;

/** The parts of a policy whose entries have keys. */
enum PolicySection {
    ACCESSES("an access under accesses:"),
    PURPOSES("a purpose under purposes:"),
    FACTS("a fact under facts:"),
    CLASSES("a class under classes:"),
    SITUATIONS("a situation under situations:"),
    PRESUMPTIONS("a presumption under presumptions:"),
    RULES("a rule under rules:"),
    ASKERS("a role under askers:");

    private final String one;

    PolicySection(String one) {
        this.one = one;
    }

    /** Its key in the file. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What an entry of it is, in a fault's words. */
    String one() {
        return one;
    }
}
