// Reads zones with miekg/dns: one JSON string a line in, one JSON answer a line out.
package main

import (
	"bufio"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"os"
	"strings"

	"github.com/miekg/dns"
)

type answer struct {
	Accepted bool            `json:"accepted"`
	Records  [][]interface{} `json:"records,omitempty"`
}

// What does not fit the wire is refused: the parser leaves many checks to packing.
func read(text string) answer {
	parser := dns.NewZoneParser(strings.NewReader(text), "example.com.", "")
	var records [][]interface{}
	for rr, ok := parser.Next(); ok; rr, ok = parser.Next() {
		octets := make([]byte, 1<<17)
		end, err := dns.PackRR(rr, octets, 0, nil, false)
		if err != nil {
			return answer{}
		}
		name := 0
		for octets[name] != 0 {
			name += int(octets[name]) + 1
		}
		name++
		rdata := octets[name+10 : end]
		if int(binary.BigEndian.Uint16(octets[name+8:])) != len(rdata) {
			return answer{}
		}
		records = append(records, []interface{}{hex.EncodeToString(octets[:name]), rr.Header().Ttl, rr.Header().Rrtype, hex.EncodeToString(rdata)})
	}
	return answer{Accepted: parser.Err() == nil, Records: records}
}

func main() {
	in := bufio.NewScanner(os.Stdin)
	in.Buffer(nil, 1<<24)
	out := json.NewEncoder(os.Stdout)
	for in.Scan() {
		var text string
		if err := json.Unmarshal(in.Bytes(), &text); err != nil {
			panic(err)
		}
		if err := out.Encode(read(text)); err != nil {
			panic(err)
		}
	}
}
