package dibs.backend.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class CatalogGuideTest {
    private static final Pattern EXAMPLE = Pattern.compile("```(yaml)?\n(.*?)```\n", Pattern.DOTALL);

    @Test
    void theExamplesOfTheGuideLoadOrHaveTheFaultsThatItShows() throws IOException {
        List<String> examples = new ArrayList<>();
        List<String> faults = List.of();
        Matcher matcher = EXAMPLE.matcher(Files.readString(Path.of("../docs/catalog.md")));
        while (matcher.find()) {
            if (matcher.group(1) != null) {
                examples.add(matcher.group(2));
            } else {
                faults = matcher.group(2).lines().toList();
            }
        }
        assertThat(examples).hasSize(9);
        assertThat(Catalogs.faults(examples.removeLast())).isEqualTo(faults);
        assertThat(examples)
                .allSatisfy(example -> assertThat(Catalogs.faults(example)).isEmpty());
    }
}
