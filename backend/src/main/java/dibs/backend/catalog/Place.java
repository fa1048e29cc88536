package dibs.backend.catalog;

/**
 * Where a value stands.
 *
 * @param pointer its JSON pointer
 */
record Place(Document document, String pointer) {
    Fault fault(String message) {
        return new Fault(document.file(), document.lineOf(pointer), message);
    }

    /** The place as faults write it, such as {@code dibs.yaml:12}. */
    @Override
    public String toString() {
        return document.file() + ":" + document.lineOf(pointer);
    }

    Place child(String key) {
        return new Place(document, Document.child(pointer, key));
    }

    Place child(int index) {
        return new Place(document, Document.child(pointer, index));
    }
}
