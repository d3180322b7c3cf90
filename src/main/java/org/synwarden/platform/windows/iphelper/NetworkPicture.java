package org.synwarden.platform.windows.iphelper;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.synwarden.net.Address;
import org.synwarden.net.HostNetwork;
import org.synwarden.net.Scope;
import org.synwarden.net.Subnet;

/**
 * How a host stands in its network, made of its adapters and routes; the order in which Windows lists them does not
 * matter. Pure.
 */
final class NetworkPicture {
    private static final Comparator<Subnet> IN_ORDER =
            Comparator.comparing(Subnet::base).thenComparingInt(Subnet::prefix);

    private final List<Adapter> adapters;
    private final List<Route> routes;
    private final Map<Integer, Adapter> byIndex4 = new HashMap<>();
    private final Map<Integer, Adapter> byIndex6 = new HashMap<>();

    private NetworkPicture(List<Adapter> adapters, List<Route> routes) {
        this.adapters = adapters;
        this.routes = routes;
        adapters.forEach(adapter -> {
            byIndex4.put(adapter.index4(), adapter);
            byIndex6.put(adapter.index6(), adapter);
        });
    }

    /** The picture of those; {@code forwards} says whether the host is a router. */
    static HostNetwork of(List<Adapter> adapters, List<Route> routes, boolean forwards) {
        NetworkPicture picture = new NetworkPicture(adapters, routes);
        return new HostNetwork(
                picture.addresses(adapter -> true),
                picture.onLink(),
                picture.gateways(),
                picture.addresses(Adapter::isTunnel),
                inOrder(picture.virtual().keySet()),
                picture.virtual().entrySet().stream()
                        .filter(network -> !network.getValue().isEmpty())
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)),
                forwards);
    }

    private Set<Address> addresses(Predicate<Adapter> which) {
        return adapters.stream()
                .filter(which)
                .flatMap(adapter -> adapter.held().stream())
                .map(Adapter.Held::address)
                .collect(Collectors.toSet());
    }

    /**
     * A default route without gateway (a tunnel's) makes no neighbour of the whole world, nor does a route to one address
     * make a network; loopback and multicast are none either.
     */
    private List<Subnet> onLink() {
        return inOrder(routes.stream()
                .filter(route -> route.gateway().isEmpty() && !route.isDefault() && !route.isToOneAddress())
                .filter(route -> route.destination().base().scope() != Scope.MULTICAST)
                .filter(route -> !adapter(route).map(Adapter::isLoopback).orElse(false))
                .map(Route::destination)
                .collect(Collectors.toSet()));
    }

    private List<Address> gateways() {
        return routes.stream()
                .filter(Route::isDefault)
                .sorted(Comparator.comparingLong(this::wholeMetric))
                .flatMap(route -> route.gateway().stream())
                .distinct()
                .toList();
    }

    /** What the adapters of the networks of virtual machines are called, of two the one that comes first in the alphabet. */
    private Map<Subnet, String> virtual() {
        Set<Adapter> leading = routes.stream()
                .filter(route -> route.isDefault() && route.gateway().isPresent())
                .flatMap(route -> adapter(route).stream())
                .collect(Collectors.toCollection(HashSet::new));
        Map<Subnet, String> names = new HashMap<>();
        adapters.stream()
                .filter(adapter -> adapter.isVirtual(leading.contains(adapter)))
                .forEach(adapter -> adapter.held()
                        .forEach(held -> names.merge(
                                held.link(), adapter.name(), (one, other) -> one.compareTo(other) < 0 ? one : other)));
        return names;
    }

    private long wholeMetric(Route route) {
        boolean four = route.destination().base().isIpv4();
        return route.metric()
                + adapter(route)
                        .map(adapter -> four ? adapter.metric4() : adapter.metric6())
                        .orElse(0L);
    }

    private Optional<Adapter> adapter(Route route) {
        Map<Integer, Adapter> byIndex = route.destination().base().isIpv4() ? byIndex4 : byIndex6;
        return Optional.ofNullable(byIndex.get(route.adapter()));
    }

    private static List<Subnet> inOrder(Collection<Subnet> networks) {
        return networks.stream().sorted(IN_ORDER).toList();
    }
}
