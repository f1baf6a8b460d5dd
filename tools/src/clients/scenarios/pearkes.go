// The library github.com/pearkes/cloudflare, from which Terraform's first provider was made, through a record's life.
package main

import (
	"fmt"
	"os"
	"reflect"
	"strings"

	"github.com/pearkes/cloudflare"
)

const zone = "example.com"

func check(title string, body func() error) {
	if err := body(); err != nil {
		fmt.Printf("FAIL %s: %s\n", title, strings.ReplaceAll(err.Error(), "\n", " "))
	} else {
		fmt.Printf("PASS %s\n", title)
	}
}

func equal(found, wanted interface{}) error {
	if reflect.DeepEqual(found, wanted) {
		return nil
	}
	return fmt.Errorf("found %#v where %#v was wanted", found, wanted)
}

func refused(err error, wanted string) error {
	if err == nil {
		return fmt.Errorf("was not refused with %q", wanted)
	}
	return equal(err.Error(), "API Error: "+wanted)
}

func first(steps ...func() error) error {
	for _, step := range steps {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}

func main() {
	where := os.Args[len(os.Args)-1]
	say := func(title string) string { return fmt.Sprintf("%s (%s)", title, where) }
	client, _ := cloudflare.NewClient(os.Getenv("DEMO_EMAIL"), os.Getenv("DEMO_KEY"))

	check(say("makes, finds, changes and removes a record"), func() error {
		made, err := client.CreateRecord(zone, &cloudflare.CreateRecord{Type: "MX", Name: "go", Content: "mail.example.com", Priority: "10", Ttl: "300"})
		if err != nil {
			return err
		}
		want := cloudflare.Record{Id: made.Id, Domain: zone, Name: "go", FullName: "go.example.com", Value: "mail.example.com", Type: "MX", Priority: "10", Ttl: "300"}
		return first(
			func() error { return equal(*made, want) },
			func() error {
				return client.UpdateRecord(zone, made.Id, &cloudflare.UpdateRecord{Type: "MX", Name: "go", Content: "other.example.com", Priority: "20"})
			},
			func() error {
				want.Value, want.Priority, want.Ttl = "other.example.com", "20", "1"
				found, err := client.RetrieveRecord(zone, made.Id)
				if err != nil {
					return err
				}
				return equal(*found, want)
			},
			func() error {
				found, err := client.RetrieveRecordsByName(zone, "go", false)
				if err != nil {
					return err
				}
				return equal(found, []cloudflare.Record{want})
			},
			func() error { return client.DestroyRecord(zone, made.Id) },
			func() error { return refused(client.DestroyRecord(zone, made.Id), "Invalid record id.") },
		)
	})

	check(say("is told what is wrong"), func() error {
		stranger, _ := cloudflare.NewClient("nobody@example.com", "x")
		_, unknown := stranger.RetrieveRecordsByName(zone, "go", false)
		_, foreign := client.CreateRecord("example.net", &cloudflare.CreateRecord{Type: "A", Name: "go", Content: "192.0.2.1"})
		_, bare := client.CreateRecord(zone, &cloudflare.CreateRecord{Type: "MX", Name: "go", Content: "mail.example.com"})
		return first(
			func() error { return refused(unknown, "Invalid token or email") },
			func() error { return refused(foreign, "Invalid zone.") },
			func() error { return refused(bare, "request expected content; with MX prio too; with SRV prio, service, srvname, protocol, weight, port and target instead.") },
		)
	})
	fmt.Println("DONE")
}
