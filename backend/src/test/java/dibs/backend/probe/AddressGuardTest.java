package dibs.backend.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressGuardTest {
    private static boolean allowed(String list, String address) throws UnknownHostException {
        return new AddressGuard(PrivateHosts.parse(list)).allows("host.example", InetAddress.getByName(address));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "10.255.255.255",
                "100.64.0.1",
                "100.127.255.255",
                "127.0.0.1",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "198.18.0.1",
                "224.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::10.0.0.1",
                "::ffff:10.0.0.1",
                "fc00::1",
                "fdff::1",
                "fe80::1",
                "fec0::1",
                "ff02::1",
                "2001:db8::1",
                "2001::1",
                "64:ff9b::a00:1",
                "64:ff9b::7f00:1",
                "2002:a00:1::",
                "2002:7f00:1::"
            })
    void whatIsNotReachableByEverybodyIsPrivate(String address) throws UnknownHostException {
        assertThat(allowed("", address)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "9.255.255.255",
                "11.0.0.0",
                "100.63.255.255",
                "100.128.0.0",
                "172.15.255.255",
                "172.32.0.0",
                "192.167.255.255",
                "223.255.255.255",
                "2600:1901::1",
                "64:ff9b::808:808",
                "2002:808:808::"
            })
    void whatLiesBesideIsPublic(String address) throws UnknownHostException {
        assertThat(allowed("", address)).isTrue();
    }

    @Test
    void aNetworkOrANameOrOneAddressIsAllowedAndNothingBeside() throws UnknownHostException {
        assertThat(allowed("10.1.0.0/16", "10.1.255.255")).isTrue();
        assertThat(allowed("10.1.0.0/16", "10.2.0.0")).isFalse();
        assertThat(allowed("fd00:1::/32", "fd00:1::5")).isTrue();
        assertThat(allowed("fd00:1::/32", "fd00:2::5")).isFalse();
        assertThat(allowed("other.example, Host.Example", "192.168.0.9")).isTrue();
        assertThat(allowed("other.example", "192.168.0.9")).isFalse();
        assertThat(allowed("127.0.0.1", "127.0.0.1")).isTrue();
        assertThat(allowed("127.0.0.1", "127.0.0.2")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.0/33", "a b", "http://x", "*", "fd00::/129", "10.0.0.0/"})
    void whatIsNeitherIsSaid(String list) {
        assertThatIllegalArgumentException().isThrownBy(() -> PrivateHosts.parse(list));
    }
}
