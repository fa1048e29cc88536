package dibs.backend.environment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {
    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            host.example                ;host.example ; []
            https://Host.Example:8443/A//b/?q=1#x   ;host.example ; [a, b]
            http://user:pass@host.example/a         ;host.example ; [a]
            <https://host.example/a|a label>        ;host.example ; [a]
            'https://host.example/a',   ;host.example ; [a]
            git@host.example:owner/name.git         ;host.example ; [owner, name]
            ssh://git@host.example/owner/name.git   ;host.example ; [owner, name]
            https://host.example./a     ;host.example ; [a]
            """, quoteCharacter = '"')
    void hostAndPathAreWhatIsLeftOfAPastedAddress(String text, String host, String path) {
        assertThat(Address.of(text)).hasValueSatisfying(address -> {
            assertThat(address.host()).isEqualTo(host);
            assertThat(address.path()).hasToString(path);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "dev-signing",
                "firefox@beta",
                "https://",
                "https:///x",
                "two words.example",
                "<>",
                "a..b",
                ".",
                "/x"
            })
    void whatIsNoAddressIsNone(String text) {
        assertThat(Address.of(text)).isEmpty();
    }
}
