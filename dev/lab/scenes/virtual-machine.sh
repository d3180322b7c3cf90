# A worm in a virtual machine: it sends through this PC, which forwards for it, and no process of the PC is the culprit.

play() {
    ip netns add "$LAB_NEIGHBOUR"
    ip -n "$LAB_NEIGHBOUR" link set lo up
    wire "$LAB_NEIGHBOUR" eth0 81 2 "$LAB_PC" to-vm 1
    ip -n "$LAB_NEIGHBOUR" route add default via 10.81.0.1
    in_pc sh -c 'echo 1 >/proc/sys/net/ipv4/ip_forward'
    ip -n "$LAB_ROUTER" route add 10.81.0.0/24 via 10.77.0.2
    ip -n "$LAB_FAR" route add 10.81.0.0/24 via 10.78.0.1
    watch_on 3 # the command hears of the adapter
    start_program "$LAB_NEIGHBOUR" "$lab/Dial.java" 60 445 10.66.0.0/16 5
    dial_pid=$program_pid dial_log=$program_log
    tell "dialling pid=$dial_pid in the virtual machine"
    watch_dialling
}
