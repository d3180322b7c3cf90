# A file-sharing program: 200 peers on random high ports, 10 a second, 70 of 100 are gone.

play() {
    start_innocent Dial --close-after=5000 200 1024-65535 '10.66.0.0/16*7,10.69.0.0/16*3' 10
    watch_on
}
