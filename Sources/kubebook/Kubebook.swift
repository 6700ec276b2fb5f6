@main struct Kubebook { static func main() {} }
