import KubeModel
import Testing

struct NamesTests {
    @Test(arguments: ["a", "web-1", "0x", String(repeating: "a", count: 63)])
    func `takes labels`(name: String) { #expect(Names.labelProblems(name).isEmpty) }

    @Test(arguments: ["", "-a", "a-", "A", "a_b", "ä"])
    func `refuses what is no label`(name: String) {
        #expect(Names.labelProblems(name).count == 1)
        #expect(Names.labelProblems(name)[0].hasPrefix("a lowercase RFC 1123 label must consist of"))
    }

    @Test func `says why a label is none`() {
        #expect(Names.labelProblems("a.b") == ["must not contain dots"])
        let long = Names.labelProblems(String(repeating: "A", count: 64))
        #expect(long.first == "must be no more than 63 characters")
        #expect(long.count == 2)
    }

    @Test func `underscores are for search domains`() {
        #expect(Names.underscoredSubdomainProblems("_tcp.my_zone.example.com").isEmpty)
        #expect(Names.underscoredSubdomainProblems("a_.b").count == 1)
        #expect(Names.underscoredSubdomainProblems("a..b").count == 1)
        #expect(Names.subdomainProblems("my_zone.example.com").count == 1)
    }

    @Test func `services begin with a letter`() {
        #expect(Names.label1035Problems("web").isEmpty)
        #expect(Names.label1035Problems("1web").count == 1)
    }

    @Test(arguments: ["app", "example.com/app", "a.b_c-D", "Foo"])
    func `takes keys of labels`(key: String) { #expect(Names.labelKeyProblems(key).isEmpty) }

    @Test func `says what is wrong with a key`() {
        #expect(Names.labelKeyProblems("").first == "name part must be non-empty")
        #expect(Names.labelKeyProblems("/a").first == "prefix part must be non-empty")
        #expect(Names.labelKeyProblems("a/b/c").count == 1)
        #expect(Names.labelKeyProblems("A.b/c").first?.hasPrefix("prefix part a lowercase RFC 1123 subdomain") == true)
    }

    @Test func `names of ports`() {
        #expect(Names.portNameProblems("http-1").isEmpty)
        #expect(Names.portNameProblems("12") == ["must contain at least one letter (a-z)"])
        #expect(Names.portNameProblems("a--b") == ["must not contain consecutive hyphens"])
        #expect(Names.portNameProblems("-a") == ["must not begin or end with a hyphen"])
        #expect(Names.portNameProblems("abcdefghijklmnop") == ["must be no more than 15 characters"])
    }

    @Test func `variables may be nearly anything`() {
        #expect(Names.environmentNameProblems("my.env-NAME 1").isEmpty)
        #expect(Names.environmentNameProblems("a=b").count == 1)
        #expect(Names.configKeyProblems("..a") == ["must not start with '..'"])
        #expect(Names.configKeyProblems(".") == ["must not be '.'"])
    }
}
