# The three namespaces of the lab and the wires between them. Sourced by scene.
#
#   pc 10.77.0.2 --- 10.77.0.1 router 10.78.0.1 --- 10.78.0.2 far, which is also
#                                                   10.66.0.0/16  says nothing
#                                                   10.67.0.0/16  refuses
#                                                   10.68.0.0/16  answers on 80, 443, 445
#                                                   10.69.0.0/16  answers on every port from 1024 up
# and the same in IPv6 with fd00:NN::/64 (but for 10.69). The wires are made inside the namespaces: no interface of the
# host is touched, and no route leads out.

readonly LAB_PC=synwarden-pc-$$ LAB_ROUTER=synwarden-router-$$ LAB_FAR=synwarden-far-$$
readonly LAB_NEIGHBOUR=synwarden-neighbour-$$ # only in scenes that ask for one
readonly namespaces=("$LAB_PC" "$LAB_NEIGHBOUR" "$LAB_ROUTER" "$LAB_FAR")
export LAB_PC LAB_ROUTER LAB_FAR

in_pc() { ip netns exec "$LAB_PC" "$@"; }
in_router() { ip netns exec "$LAB_ROUTER" "$@"; }
in_far() { ip netns exec "$LAB_FAR" "$@"; }

build_network() {
    local namespace
    for namespace in "$LAB_PC" "$LAB_ROUTER" "$LAB_FAR"; do
        ip netns add "$namespace" 2>"$scratch/refusal" \
            || fail "the system lets us make no network namespaces: $(<"$scratch/refusal")"
        ip -n "$namespace" link set lo up
    done
    wire "$LAB_PC" eth0 77 2 "$LAB_ROUTER" to-pc 1
    wire "$LAB_FAR" eth0 78 2 "$LAB_ROUTER" to-far 1
    in_router sh -c 'echo 1 >/proc/sys/net/ipv4/ip_forward; echo 1 >/proc/sys/net/ipv6/conf/all/forwarding'

    ip -n "$LAB_PC" route add default via 10.77.0.1
    ip -n "$LAB_PC" route add default via fd00:77::1
    ip -n "$LAB_FAR" route add 10.77.0.0/24 via 10.78.0.1
    ip -n "$LAB_FAR" route add fd00:77::/64 via fd00:78::1
    local net
    for net in 66 67 68 69; do
        ip -n "$LAB_ROUTER" route add "10.$net.0.0/16" via 10.78.0.2
        ip -n "$LAB_ROUTER" route add "fd00:$net::/64" via fd00:78::2
        ip -n "$LAB_FAR" route add local "10.$net.0.0/16" dev lo
        ip -n "$LAB_FAR" route add local "fd00:$net::/64" dev lo
    done
    in_far nft -f - <<'RULES'
table inet lab {
    set syns {
        typeof tcp dport
        size 65536
        flags dynamic
    }
    chain arrivals {
        type filter hook prerouting priority -200
        tcp flags & (syn | ack) == syn update @syns { tcp dport counter }
    }
    chain anything {
        type nat hook prerouting priority -100
        ip daddr 10.69.0.0/16 tcp dport 1024-65535 redirect to :443
        ip daddr 10.69.0.0/16 udp dport 1024-65535 redirect to :7
    }
    chain manners {
        type filter hook input priority 0
        ip daddr 10.66.0.0/16 drop
        ip6 daddr fd00:66::/64 drop
        ip daddr 10.67.0.0/16 meta l4proto tcp reject with tcp reset
        ip6 daddr fd00:67::/64 meta l4proto tcp reject with tcp reset
    }
}
RULES
}

# NAMESPACE INTERFACE NET HOST NAMESPACE INTERFACE HOST: one wire, addressed at both ends.
wire() {
    ip link add "$2" netns "$1" type veth peer name "$6" netns "$5"
    ip -n "$1" addr add "10.$3.0.$4/24" dev "$2"
    ip -n "$5" addr add "10.$3.0.$7/24" dev "$6"
    ip -n "$1" addr add "fd00:$3::$4/64" dev "$2" nodad
    ip -n "$5" addr add "fd00:$3::$7/64" dev "$6" nodad
    ip -n "$1" link set "$2" up
    ip -n "$5" link set "$6" up
}

# Another PC behind the same router: 10.79.0.2.
build_neighbour() {
    ip netns add "$LAB_NEIGHBOUR"
    ip -n "$LAB_NEIGHBOUR" link set lo up
    wire "$LAB_NEIGHBOUR" eth0 79 2 "$LAB_ROUTER" to-neighbour 1
    ip -n "$LAB_NEIGHBOUR" route add default via 10.79.0.1
    ip -n "$LAB_FAR" route add 10.79.0.0/24 via 10.78.0.1
}

# What a scene left behind that was killed with SIGKILL.
remove_leftovers() {
    local namespace
    for namespace in $(ip netns list | grep -oE '^synwarden-(pc|neighbour|router|far)-[0-9]+' || true); do
        if ! kill -0 "${namespace##*-}" 2>/dev/null; then
            # shellcheck disable=SC2046 # one word a pid
            kill -KILL $(ip netns pids "$namespace") 2>/dev/null || true
            ip netns del "$namespace" 2>/dev/null || true
        fi
    done
}

# Deleting a namespace destroys its interfaces, and with one end of a wire the other.
remove_network() {
    local namespace
    for namespace in "${namespaces[@]}"; do
        ip netns del "$namespace" 2>/dev/null || true
    done
}
