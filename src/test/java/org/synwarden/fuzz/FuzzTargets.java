package org.synwarden.fuzz;

import java.util.List;
import java.util.stream.Stream;
import org.synwarden.capture.CaptureFuzz;
import org.synwarden.contract.ContractFuzz;
import org.synwarden.control.ControlFuzz;
import org.synwarden.filter.FilterFuzz;
import org.synwarden.history.RouterLineFuzz;
import org.synwarden.net.AddressFuzz;
import org.synwarden.platform.linux.firewall.FirewallFuzz;
import org.synwarden.platform.linux.network.NetworkFuzz;
import org.synwarden.platform.linux.process.ProcessFuzz;
import org.synwarden.platform.linux.sockdiag.SockdiagFuzz;
import org.synwarden.platform.linux.tracefs.TracefsFuzz;
import org.synwarden.platform.windows.etw.EtwFuzz;
import org.synwarden.platform.windows.iphelper.IphelperFuzz;
import org.synwarden.platform.windows.token.TokenFuzz;
import org.synwarden.watchdog.SettingsFuzz;

/**
 * Every parser of bytes that others wrote. A new one is fuzzed once the
 * class with its targets, in the test folder of its room, is listed here.
 */
final class FuzzTargets {
    private FuzzTargets() {}

    static List<FuzzTarget> all() {
        return Stream.of(
                        CaptureFuzz.targets(),
                        FilterFuzz.targets(),
                        ContractFuzz.targets(),
                        ControlFuzz.targets(),
                        AddressFuzz.targets(),
                        TracefsFuzz.targets(),
                        SockdiagFuzz.targets(),
                        ProcessFuzz.targets(),
                        NetworkFuzz.targets(),
                        FirewallFuzz.targets(),
                        IphelperFuzz.targets(),
                        EtwFuzz.targets(),
                        TokenFuzz.targets(),
                        RouterLineFuzz.targets(),
                        SettingsFuzz.targets())
                .flatMap(List::stream)
                .toList();
    }

    static FuzzTarget named(String name) {
        return all().stream()
                .filter(target -> target.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no fuzz target '" + name + "'; there are: "
                        + String.join(" ", all().stream().map(FuzzTarget::name).toList())));
    }
}
