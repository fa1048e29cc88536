package dibs.bot.platform.slack.block;

import dibs.bot.reply.Block;
import dibs.bot.reply.Line;
import dibs.bot.reply.Reader;
import java.util.ArrayList;
import java.util.List;

/** Lines packed into the texts of sections: as many lines in one as fit, and no more sections than may be. */
final class Sections {
    private static final String BULLET = "• ";
    private static final int ROOM_FOR_NOTE = 200;

    private final List<Packed> full = new ArrayList<>();
    private final StringBuilder open = new StringBuilder();
    private int lines;

    private Sections() {}

    /** A section's text, and how many lines have ended by its end. */
    private record Packed(String text, int lines) {}

    /**
     * The texts of the sections; what does not fit is left out and counted in the last one.
     *
     * @param most how many there may be, at least one
     */
    static List<String> of(List<Block> blocks, Reader reader, int most) {
        Sections sections = new Sections();
        for (Block block : blocks) {
            switch (block) {
                case Block.Paragraph paragraph -> sections.add("", paragraph.line(), reader);
                case Block.Bullets bullets -> bullets.lines().forEach(line -> sections.add(BULLET, line, reader));
            }
        }
        sections.close();
        return sections.within(most);
    }

    private void add(String before, Line line, Reader reader) {
        List<String> runs = Mrkdwn.runs(line, reader);
        int length = before.length() + runs.stream().mapToInt(String::length).sum();
        boolean fits = open.length() + 1 + length <= Limits.SECTION_TEXT.most();
        if (!open.isEmpty() && !fits) {
            close();
        }
        if (!open.isEmpty()) {
            open.append('\n');
        }
        open.append(before);
        for (String run : runs) {
            if (open.length() + run.length() > Limits.SECTION_TEXT.most()) {
                close();
            }
            open.append(run);
        }
        lines++;
    }

    private void close() {
        if (!open.toString().isBlank()) {
            full.add(new Packed(open.toString(), lines));
        }
        open.setLength(0);
    }

    private List<String> within(int most) {
        if (full.size() <= most && characters(full) <= Limits.MESSAGE_CHARACTERS.most()) {
            return full.isEmpty() ? List.of("…") : texts(full);
        }
        List<Packed> kept = new ArrayList<>(full.subList(0, Math.min(full.size(), most - 1)));
        while (characters(kept) > Limits.MESSAGE_CHARACTERS.most() - ROOM_FOR_NOTE) {
            kept.removeLast();
        }
        int left = lines - (kept.isEmpty() ? 0 : kept.getLast().lines());
        List<String> texts = new ArrayList<>(texts(kept));
        texts.add("… and " + left + (left == 1 ? " more line" : " more lines")
                + " than Slack shows in one message: ask about one name to see less at once.");
        return texts;
    }

    private static int characters(List<Packed> sections) {
        return sections.stream().mapToInt(section -> section.text().length()).sum();
    }

    private static List<String> texts(List<Packed> sections) {
        return sections.stream().map(Packed::text).toList();
    }
}
