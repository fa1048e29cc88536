package dibs.bot.platform.matrix.say;

import java.util.ArrayList;
import java.util.List;

/**
 * The words of one message, the same in both forms.
 *
 * @param plain all of it without mark-up; never blank
 * @param html all of it in HTML
 */
record Page(String plain, String html) {
    /** Of the 65,536 bytes that an event may have; twice this stands in an event that changes another. */
    private static final int MOST = 24_000;

    private static final int ROOM_FOR_NOTE = 300;

    /** As many pages as it takes, each saying which it is where there are several. At least one. */
    static List<Page> of(List<Row> rows) {
        List<List<Row>> pages = pages(rows);
        if (pages.size() == 1) {
            return List.of(joined(pages.getFirst()));
        }
        List<Page> numbered = new ArrayList<>();
        for (List<Row> page : pages) {
            List<Row> all = new ArrayList<>(page);
            all.add(note("Page " + (numbered.size() + 1) + " of " + pages.size() + "."));
            numbered.add(joined(all));
        }
        return numbered;
    }

    /** One page, for a message that can be no more than that: what does not fit is counted and said. */
    static Page first(List<Row> rows) {
        List<List<Row>> pages = pages(rows);
        if (pages.size() == 1) {
            return joined(pages.getFirst());
        }
        List<Row> kept = new ArrayList<>(pages.getFirst());
        int left = pages.stream().mapToInt(List::size).sum() - kept.size();
        kept.add(note("… and " + left + (left == 1 ? " more line" : " more lines")
                + " than fit into one message: ask about one name to see less at once."));
        return joined(kept);
    }

    private static List<List<Row>> pages(List<Row> rows) {
        List<List<Row>> pages = new ArrayList<>();
        List<Row> open = new ArrayList<>();
        int size = ROOM_FOR_NOTE;
        for (Row whole : rows) {
            for (Row row : whole.within(MOST - ROOM_FOR_NOTE)) {
                if (!open.isEmpty() && size + row.size() > MOST) {
                    pages.add(List.copyOf(open));
                    open.clear();
                    size = ROOM_FOR_NOTE;
                }
                open.add(row);
                size += row.size();
            }
        }
        pages.add(List.copyOf(open));
        return pages;
    }

    private static Row note(String words) {
        return new Row(false, List.of(Span.plain(words)));
    }

    private static Page joined(List<Row> rows) {
        StringBuilder plain = new StringBuilder();
        StringBuilder html = new StringBuilder();
        boolean list = false;
        for (Row row : rows) {
            if (row.bullet() != list) {
                html.append(list ? "</ul>" : "<ul>");
                list = row.bullet();
            }
            plain.append(plain.isEmpty() ? "" : "\n").append(row.bullet() ? "- " : "");
            html.append(row.bullet() ? "<li>" : "<p>");
            row.spans().forEach(span -> {
                plain.append(span.plain());
                html.append(span.html());
            });
            html.append(row.bullet() ? "</li>" : "</p>");
        }
        if (list) {
            html.append("</ul>");
        }
        return plain.toString().isBlank() ? new Page("…", "<p>…</p>") : new Page(plain.toString(), html.toString());
    }
}
