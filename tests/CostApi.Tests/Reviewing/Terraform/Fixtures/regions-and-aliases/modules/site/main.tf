variable "azs" { type = list(string) }

resource "aws_vpc" "this" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_subnet" "this" {
  count             = length(var.azs)
  vpc_id            = aws_vpc.this.id
  cidr_block        = cidrsubnet("10.0.0.0/16", 8, count.index)
  availability_zone = var.azs[count.index]
}

resource "aws_vpc_endpoint" "kms" {
  vpc_id            = aws_vpc.this.id
  service_name      = "com.amazonaws.eu-central-1.kms"
  service_region    = "eu-central-1"
  vpc_endpoint_type = "Interface"
  subnet_ids        = aws_subnet.this.*.id
}

resource "aws_eip" "this" {
  domain = "vpc"
}

output "vpc_id" { value = aws_vpc.this.id }
