"""C# clients of services that follow no protocol above HTTP."""
