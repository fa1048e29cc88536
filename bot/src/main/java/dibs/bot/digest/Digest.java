package dibs.bot.digest;

import dibs.bot.reply.Block;
import dibs.bot.reply.Inline;
import dibs.bot.reply.Line;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/** Gathers what there is to know of the day. */
public final class Digest {
    private static final int LONGEST_CHAPTER = 15;

    private final List<Chapter> chapters;
    private final ZoneId zone;

    /**
     * @param chapters in the order in which they are read
     * @param zone whose day counts
     */
    public Digest(List<Chapter> chapters, ZoneId zone) {
        this.chapters = List.copyOf(chapters);
        this.zone = zone;
    }

    /** What there is at that moment of what the reader wants to hear of. */
    public Edition at(Instant now, Predicate<Item> which) {
        Today today = Today.at(now, zone);
        return new Edition(chapters.stream()
                .map(chapter -> new Part(
                        chapter.title(),
                        chapter.items(today).stream().filter(which).toList()))
                .filter(part -> !part.items().isEmpty())
                .toList());
    }

    /** The lines of one sort; at least one. */
    private record Part(String title, List<Item> items) {}

    /** A digest of one moment. */
    public static final class Edition {
        private final List<Part> parts;

        private Edition(List<Part> parts) {
            this.parts = parts;
        }

        /** Whether there is nothing to know. */
        public boolean isEmpty() {
            return parts.isEmpty();
        }

        /**
         * In words; a long chapter is cut, and says by how much.
         *
         * @param outsiders whether people of other organisations read along
         */
        public List<Block> blocks(boolean outsiders) {
            List<Block> blocks = new ArrayList<>();
            for (Part part : parts) {
                blocks.add(Block.say(Line.of("{}:", Inline.text(part.title()))));
                List<Line> lines = new ArrayList<>(part.items().stream()
                        .limit(LONGEST_CHAPTER)
                        .map(item -> outsiders ? item.outside() : item.words())
                        .toList());
                int more = part.items().size() - LONGEST_CHAPTER;
                if (more > 0) {
                    lines.add(Line.of("and {} more.", Inline.text(Integer.toString(more))));
                }
                blocks.add(Block.bullets(lines));
            }
            return blocks;
        }

        /** For scripts, each line with the chapter it stands in. */
        public List<Map<String, Object>> items() {
            return parts.stream()
                    .flatMap(part -> part.items().stream().map(item -> fields(part, item)))
                    .toList();
        }

        private static Map<String, Object> fields(Part part, Item item) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("chapter", part.title().toLowerCase(Locale.ROOT).replace(' ', '-'));
            fields.put("environment", item.environment().value());
            item.fields().entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .forEach(field -> fields.put(field.getKey(), field.getValue()));
            return fields;
        }
    }
}
